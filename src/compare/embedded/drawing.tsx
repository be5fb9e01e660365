/** What an embed shows while it sleeps, as the markup of pictures. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Micros } from '../../simulation/scenario.ts';
import type { Topology } from '../../simulation/technique.ts';
import type { Film } from '../film.ts';
import type { Measurement } from '../../measure/measurement.ts';
import { Still } from '../Small.tsx';
import { Strip } from '../Strip.tsx';
import { smallDrawing } from '../small.ts';
import { sayView, viewAt } from '../view.ts';

/** The pattern of what is ill, once a picture. */
export const hatch = '<pattern id="ill" width="6" height="6" patternUnits="userSpaceOnUse"><path class="ill-line" d="M-1 7 7-1M2 10 10 2M-4 4 4-4"/></pattern>';

/** @returns the drawing, and what it shows in words */
export function drawSmall(topology: Topology, film: Film, t: Micros, workers: number | null): { markup: string; said: string } {
  const drawing = smallDrawing(topology);
  const view = viewAt(drawing, film, t, workers);
  const markup = renderToStaticMarkup(<svg><Still drawing={drawing} view={view} hatch="ill" /></svg>).slice('<svg>'.length, -'</svg>'.length)
    .replaceAll(/class="(small-node[^"]*)" data-node="[^"]*" data-status="(\w+)"/g, 'class="$1 status-$2"')
    .replaceAll(/ data-[a-z]+="[^"]*"/g, '')
    .replaceAll(/<text[^>]*><\/text>/g, '')
    .replaceAll(/><\/(?:path|circle|rect|ellipse)>/g, '/>');
  return { markup: `<g class="small">${markup}</g>`, said: sayView(view) };
}

/** The strips of so many runs one below the other, as large as their place. */
export function drawStrips(measurements: readonly Measurement[]): string {
  const share = 100 / measurements.length;
  const strips = measurements.map((measurement, i) => (
    <svg key={measurement.hash} y={`${i * share}%`} width="100%" height={`${share}%`}><Strip measurement={measurement} /></svg>
  ));
  const pattern = '<pattern id="strip-hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 7 7-1M2 10 10 2M-4 4 4-4"/></pattern>';
  const markup = renderToStaticMarkup(<svg>{strips}</svg>).slice('<svg>'.length, -'</svg>'.length);
  return `<defs>${pattern}</defs>${markup.replaceAll(/ (?:role|aria-label|aria-hidden)="[^"]*"/g, '').replaceAll(/><\/(?:path|rect|line)>/g, '/>')}`;
}
