/** What an embed and its host say to each other by `postMessage`: version 1 of the protocol. */
export const namespace = 'between-services';
export const protocolVersion = 1;

/** Themes an embed can be told to wear. */
export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** Playback speeds. The protocol is a promise, and imports nothing: an embed would load with it what it imports from. */
export const speeds = [0.25, 0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

export type ErrorCode = 'bad-param' | 'load-failed';

/** What an embed says. `step` counts from 0; `steps` is the number of stops. */
export type FromEmbed =
  | { type: 'ready'; technique: string; steps: number; version: number }
  | { type: 'state'; playing: boolean; step: number; steps: number }
  | { type: 'step'; index: number; id: string; title: string }
  | { type: 'size'; height: number }
  | { type: 'end' }
  | { type: 'error'; code: ErrorCode; name?: string };

/** What a host says. */
export type ToEmbed =
  | { type: 'hello' }
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'seek'; step: number }
  | { type: 'theme'; theme: Theme }
  | { type: 'speed'; speed: Speed };

/** A message in its envelope, ready to post. */
export function envelope<M extends FromEmbed | ToEmbed>(message: M): M & { ns: string; v: number } {
  return { ns: namespace, v: protocolVersion, ...message };
}

type Fields = Record<string, unknown>;

function opened(data: unknown): Fields | null {
  if (typeof data !== 'object' || data === null) return null;
  const fields = data as Fields;
  return fields['ns'] === namespace && fields['v'] === protocolVersion ? fields : null;
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** Reads what a host sent. Null for anything that is not exactly a message of this protocol. */
export function readFromHost(data: unknown): ToEmbed | null {
  const fields = opened(data);
  switch (fields?.['type']) {
    case 'hello':
    case 'play':
    case 'pause':
      return { type: fields['type'] };
    case 'seek':
      return isCount(fields['step']) ? { type: 'seek', step: fields['step'] } : null;
    case 'theme': {
      const theme = themes.find((name) => name === fields['theme']);
      return theme ? { type: 'theme', theme } : null;
    }
    case 'speed': {
      const speed = speeds.find((value) => value === fields['speed']);
      return speed ? { type: 'speed', speed } : null;
    }
    default:
      return null;
  }
}

/** Reads what an embed sent. Null for anything that is not exactly a message of this protocol. */
export function readFromEmbed(data: unknown): FromEmbed | null {
  const fields = opened(data);
  if (!fields) return null;
  const { type, technique, steps, version, playing, step, index, id, title, height, code, name } = fields;
  switch (type) {
    case 'ready':
      return typeof technique === 'string' && isCount(steps) && isCount(version) ? { type, technique, steps, version } : null;
    case 'state':
      return typeof playing === 'boolean' && isCount(step) && isCount(steps) ? { type, playing, step, steps } : null;
    case 'step':
      return isCount(index) && typeof id === 'string' && typeof title === 'string' ? { type, index, id, title } : null;
    case 'size':
      return typeof height === 'number' && height > 0 && height < Infinity ? { type, height } : null;
    case 'end':
      return { type };
    case 'error':
      return code === 'bad-param' || code === 'load-failed'
        ? { type, code, ...(typeof name === 'string' ? { name } : {}) }
        : null;
    default:
      return null;
  }
}
