import type { Playback } from '../../player/playback.ts';
import { crowdingOf, MOST, stretchAt } from '../../player/traffic/crowd.ts';
import type { Crowd } from '../live.ts';

/** When a playback shows more than an eye can follow: its run is too full, or plays too fast. */
export const crowdOf = (playback: Playback): Crowd => ({
  dense: (t) => {
    const { trace, playing, speed } = playback.state;
    return (playing && speed === 4) || (crowdingOf(trace).most[stretchAt(t)] ?? 0) > MOST;
  },
});
