import { init, killThreads } from 'z3-solver'

export type Answer = 'sat' | 'unsat' | 'unknown'

/** A second opinion: a solver of another make. To be closed, or the process does not end. */
export interface Solver {
  /** Can all of it hold? `unknown` after so many of the solver's own steps, the same on every machine. */
  readonly check: (lines: readonly string[], steps: number) => Promise<Answer>
  readonly close: () => Promise<void>
}

export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init()
  const check = async (lines: readonly string[], steps: number): Promise<Answer> => {
    const context = Z3.mk_context(Z3.mk_config())
    const solver = Z3.mk_solver(context)
    Z3.solver_inc_ref(context, solver)
    const params = Z3.mk_params(context)
    Z3.params_inc_ref(context, params)
    Z3.params_set_uint(context, params, Z3.mk_string_symbol(context, 'rlimit'), steps)
    Z3.solver_set_params(context, solver, params)
    // Not as one text to be answered: that is read on another thread, when it may be gone.
    Z3.solver_from_string(context, solver, lines.join('\n'))
    const problem = Z3.get_error_code(context)
    if (problem !== 0) throw new Error(`the solver says ${Z3.get_error_msg(context, problem)}`)
    const answer = await Z3.solver_check(context, solver)
    Z3.params_dec_ref(context, params)
    Z3.solver_dec_ref(context, solver)
    Z3.del_context(context)
    return answer > 0 ? 'sat' : answer < 0 ? 'unsat' : 'unknown'
  }
  return { check, close: () => killThreads(em) }
}
