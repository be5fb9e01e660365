import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { IconSheet } from '../../../src/diagram/kit/icons.tsx';
import { scenarioIcons } from '../../../src/schemas/scenario.ts';

test('every icon that a scenario may wear has a picture of its own', () => {
  const sheet = renderToStaticMarkup(createElement(IconSheet));
  const pictures = new Map([...sheet.matchAll(/<symbol id="icon-([^"]+)"[^>]*>(.*?)<\/symbol>/g)].map(([, name, picture]) => [name, picture]));
  expect([...pictures.keys()].toSorted()).toEqual(scenarioIcons.toSorted());
  expect(new Set(pictures.values()).size).toBe(scenarioIcons.length);
});
