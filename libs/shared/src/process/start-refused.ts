/** The program cannot start, for a reason the person who started it can mend; the message is all they see. */
export class StartRefused extends Error {
  constructor(
    message: string,
    /** 78 (EX_CONFIG) for the environment, 1 for the rest. */
    readonly exitCode: 1 | 78 = 1,
  ) {
    super(message);
  }
}
