/** What an oEmbed consumer is told of a technique: version 1.0, type rich. */
import { iframe, pictureAddress } from './snippets.ts';
import type { Figure } from './snippets.ts';

export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  html: string;
  width: number;
  height: number;
}

/** The oEmbed answer for a figure. */
export function oembed(figure: Figure): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    title: figure.title,
    provider_name: 'Between Services',
    provider_url: `${figure.site}/`,
    cache_age: 86_400,
    thumbnail_url: pictureAddress(figure, 'poster.png'),
    thumbnail_width: 1600,
    thumbnail_height: 900,
    html: iframe(figure),
    width: 768,
    height: figure.height,
  };
}
