import { createElement, memo, type ReactElement } from 'react';

/** What the server hands a component for a slot. */
export type Slotted = ReactElement<{ value: string }>;

/** The parts of a slot that rules divide, each to stand in a place of its own. */
export const partsOf = (slot: Slotted | undefined): string[] => slot?.props.value.split(/<hr\s*\/?>/) ?? [];

/** A part of the slot `told`: written by the server, and left alone in the browser. */
export const Told = memo(
  ({ html }: { html: string }) => createElement('astro-slot', { name: 'told', suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: html } }),
  () => true,
);
Told.displayName = 'Told';
