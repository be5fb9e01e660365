import { writeWorld } from '../player/compared/address.ts';
import type { Named, World } from '../player/compared/world.ts';

/** Where a technique's own figure shows an instant of its run, in milliseconds. */
export const openAddress = (url: string, named: Named, world: World, position: number): string =>
  `${url}${writeWorld('', named, { world, position }).replace('?scenario=', '?compared=')}#traffic`;
