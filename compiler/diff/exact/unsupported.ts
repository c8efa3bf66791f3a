/** Thrown where something about the elements of a list can't be followed exactly; the message says what. */
export class Unsupported extends Error {}
