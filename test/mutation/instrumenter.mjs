// The package's own declarations do not pass this project's compiler settings; instrumenter.d.mts has what is used of them.
export { Instrumenter } from '@stryker-mutator/instrumenter'
