/** Why an exchange, and with it a checkout, came to nothing. */
export type Reason = 'timeout' | 'refused' | 'rejected' | 'abandoned' | 'error';

/** Thrown into a model when an exchange fails. Not an Error: failing is an ordinary outcome here. */
export class Failure {
  readonly reason: Reason;

  constructor(reason: Reason) {
    this.reason = reason;
  }
}

/** Passes a failure on as its reason; anything else is a fault in the program and is thrown again. */
export function reasonOf(thrown: unknown): Reason {
  if (thrown instanceof Failure) return thrown.reason;
  throw thrown;
}
