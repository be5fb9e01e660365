/** What every embed does towards the page round it. */
import { envelope, readFromHost } from './messages.ts';
import type { FromEmbed, Theme, ToEmbed } from './messages.ts';

/** What to do at each message of a host. */
export type Acts = { [T in ToEmbed['type']]: (message: Extract<ToEmbed, { type: T }>) => void };

/**
 * Listens to the parent alone, and to the origin of its first `hello` alone from then on.
 * @returns says something to the host
 */
export function openHost(acts: Acts): (message: FromEmbed) => void {
  let host: string | null = null;

  const say = (message: FromEmbed) => {
    if (parent !== window) parent.postMessage(envelope(message), host === null || host === 'null' ? '*' : host);
  };

  addEventListener('message', ({ data, origin, source }: MessageEvent) => {
    if (source !== parent || parent === window || (host !== null && origin !== host)) return;
    const message = readFromHost(data);
    if (!message) return;
    if (message.type === 'hello') host ??= origin;
    (acts[message.type] as (message: ToEmbed) => void)(message);
  });
  return say;
}

/** Puts a theme on, or leaves it to the reader's system. */
export function wear(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}
