import { useRef } from 'react';
import { usePaint, useShown } from '../diagram/hooks.ts';
import { percentOf } from '../diagram/score-layout.ts';
import type { World } from '../player/compared/world.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { openAddress } from './open.ts';
import type { NamedScenario } from './types.ts';

interface OpeningProps {
  /** The technique's name, and where its article is. */
  title: string;
  url: string;
  scenario: Scenario;
  world: World;
  named: NamedScenario;
  /** Among those that take turns. */
  place: number;
  /** Whether it opens beside the page it is in. */
  beside?: boolean;
  children?: React.ReactNode;
}

/** A strip as a link: a press opens the technique's own figure at that instant of this run, Enter at the slider's. */
export function Opening({ title, url, scenario, world, named, place, beside = false, children }: OpeningProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const head = useRef<HTMLElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const at = (t: number) => percentOf(t / scenario.duration);
  const address = (t: number) => openAddress(url, named, world, t / 1000);
  usePaint(({ t }, live) => {
    if (!live.isTurnOf(place)) return;
    head.current?.style.setProperty('translate', at(t));
    if (!live.playback.moving) link.current?.setAttribute('href', address(t));
  });
  const aim = (event: React.MouseEvent<HTMLAnchorElement>) => {
    if (event.detail === 0) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (event.clientX - left) / width));
    event.currentTarget.href = address(share * scenario.duration);
  };
  return (
    <a ref={link} className="compare-strip" href={address(start)} onClick={aim} onAuxClick={aim} data-own-keys="" {...(beside && { target: '_blank', rel: 'noopener' })}>
      <span className="unseen">Open {title} at this instant of the run. </span>
      {children}
      <i className="compare-head" ref={head} style={{ translate: at(start) }} />
    </a>
  );
}
