import type { Host } from './host.ts';
import type { Flow } from './kernel.ts';
import type { Answer, Message } from './message.ts';
import type { Run } from './run.ts';

/** What is done with a message at the end of its service; null answers nothing yet. */
export type Work = (run: Run, host: Host, message: Message) => Answer | null | Flow<Answer | null>;

/** A broker takes a message in. */
export const accept: Work = (run, _host, message) => {
  run.broker!.accept(message);
  return null;
};

/** A further subscriber does nothing with it but say so. */
export const acknowledge: Work = (_run, _host, { from }) => ({ name: from === 'broker' ? 'ack' : '204 No Content', payload: {} });

/** A serves a shopper. */
export const checkOut: Work = (run, _host, message) => run.checkouts.serve(message);
