/** Every story of every technique: complete, told at every step, and the same on the way back. */
import { describe, expect, test } from 'vitest';
import { captionText } from '../../src/player/caption-parts.ts';
import { captionOf, findCaption, type StoryCaptions } from '../../src/player/captions.ts';
import { frame } from '../../src/player/frame.ts';
import { mermaid } from '../../src/player/mermaid.ts';
import { Playback } from '../../src/player/playback.ts';
import { sequence } from '../../src/player/sequence.ts';
import { steps, type Step } from '../../src/player/steps.ts';
import { readContent } from '../../src/schemas/content.ts';
import { ownStories, storyScenario } from '../../src/schemas/runs.ts';
import { takeScenario } from '../../src/schemas/shelf.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { techniques } from '../../src/schemas/models.ts';

const { content } = readContent(process.cwd());

interface Told {
  name: string;
  trace: Trace;
  stops: Step[];
  story: StoryCaptions;
}

function tell(slug: string): Told[] {
  const { story } = content.techniques.find((each) => each.slug === slug)!;
  return Object.entries(story.scenarios).map(([name, own]) => {
    const where = `content/techniques/${slug}/story.yaml`;
    const trace = simulate(techniques[slug]!, storyScenario(takeScenario(content.scenarios, name, where), ownStories(story, where)));
    return { name, trace, stops: steps(trace), story: { start: own.start, captions: own.captions, shared: story.captions } };
  });
}

test('every technique has its stories', () => {
  expect(content.techniques.map(({ slug }) => slug).toSorted()).toEqual(Object.keys(techniques).toSorted());
});

describe.each(Object.keys(techniques))('%s', (slug) => {
  const stories = tell(slug);

  test('uses every caption that its stories share', () => {
    const found = stories.flatMap(({ stops, story }) => stops.map((stop) => findCaption(stop, stops, story)));
    const used = found.filter((caption) => caption?.scope === 'shared').map((caption) => caption!.key);
    expect(Object.keys(stories[0]!.story.shared).filter((key) => !used.includes(key))).toEqual([]);
  });

  describe.each(stories)('$name', ({ trace, stops, story }) => {
    test('says something at each step, and uses all it has to say', () => {
      const found = stops.map((stop) => findCaption(stop, stops, story));
      const silent = stops.filter((_, index) => found[index] === null);
      expect(silent.map(({ event }) => event!.name)).toEqual([]);
      const used = new Set(found.map((caption) => caption!.key));
      expect(Object.keys(story.captions).filter((key) => !used.has(key))).toEqual([]);
      for (const stop of stops) expect(captionText(captionOf(stop, stops, story, trace)!)).not.toMatch(/[{}]|undefined|NaN/);
    });

    test('has its events in order, and each message in exactly one step', () => {
      const order = trace.events.map(({ t, seq }) => [t, seq]);
      expect(order).toEqual(order.toSorted(([a, i], [b, j]) => a! - b! || i! - j!));
      const sent = trace.events.filter(({ type }) => type === 'send').map(({ id }) => id);
      const stopped = stops.filter(({ kind }) => kind === 'message').map(({ event }) => event!.id);
      expect(stopped.toSorted((a, b) => a - b)).toEqual(sent.toSorted((a, b) => a - b));
    });

    test('leaves its shopper with an outcome', () => {
      expect(frame(trace, 0).shopper.screen).toBe('idle');
      expect(['confirmed', 'wrong-price', 'error', 'left']).toContain(frame(trace, trace.end).shopper.screen);
    });

    test('is where it was, step by step forward and back', () => {
      const playback = new Playback(trace);
      const forward = stops.map(() => {
        const seen = { step: playback.state.step, caption: playback.state.steps[playback.state.step], at: frame(trace, playback.t) };
        playback.next();
        playback.tick(60_000);
        return seen;
      });
      expect(forward.map(({ step }) => step)).toEqual(stops.map(({ index }) => index));
      for (const seen of forward.toReversed()) {
        playback.seekStep(Math.min(seen.step + 1, stops.length - 1));
        if (seen.step + 1 < stops.length) playback.previous();
        expect(frame(trace, playback.t)).toEqual(seen.at);
      }
    });

    test('shows at each step what the step speaks of', () => {
      for (const { t, kind, event } of stops) {
        const { messages, waits } = frame(trace, t);
        const shown = kind === 'wait' ? waits.filter(({ ended }) => ended !== null) : messages;
        expect(kind === 'start' || shown.some(({ id }) => id === event!.id)).toBe(true);
      }
    });

    test('is the same in every view', () => {
      const told = stops.slice(1);
      expect(sequence(trace, stops).arrows.map(({ id }) => id))
        .toEqual(told.filter(({ kind }) => kind === 'message').map(({ event }) => event!.id));
      const lines = mermaid(trace).split('\n').filter((line) => /(>>|[-]x|Note over).*: /.test(line));
      expect(lines).toHaveLength(told.length);
    });
  });
});
