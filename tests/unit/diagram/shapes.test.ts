import { array, assert, double, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { glyphShapes, ringDash, tagShape, tintOf } from '../../../src/diagram/kit/shapes.ts';
import { pathOf, placeAt, slice } from '../../../src/diagram/layout/route.ts';

/** Every place that a pen comes to which follows relative path data. */
function places(d: string): number[][] {
  const all: number[][] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/g)) {
    const numbers = rest.split(',').map(Number);
    if (letter === 'z') [x, y] = all.findLast(([, , begins]) => begins === 1)!.slice(0, 2) as [number, number];
    else if (letter === 'h') x += numbers[0]!;
    else if (letter === 'v') y += numbers[0]!;
    else [x, y] = [x + numbers.at(-2)!, y + numbers.at(-1)!];
    all.push([x, y, letter === 'm' ? 1 : 0]);
  }
  return all;
}

test('every glyph fits its box of 24 and asks, answers or points as the kit says', () => {
  for (const { d } of Object.values(glyphShapes)) expect(Math.max(...places(d).flatMap(([x, y]) => [Math.abs(x!), Math.abs(y!)]))).toBeLessThanOrEqual(12);
  const by = (fill: string) => Object.entries(glyphShapes).filter(([, one]) => one.fill === fill).map(([kind]) => kind);
  expect(by('solid')).toEqual(['request', 'query', 'command']);
  expect(by('hollow')).toEqual(['response', 'result']);
  expect(Object.entries(glyphShapes).filter(([, one]) => one.directed).map(([kind]) => kind)).toEqual(['request', 'response', 'push']);
});

test('tint and holes follow the version, three and three', () => {
  expect([1, 4, 7, 2, 8, 3, 9, 10].map(tintOf)).toEqual([1, 1, 1, 2, 2, 3, 3, 1]);
  for (const tint of [1, 2, 3] as const) expect(tagShape(24, tint, '12.50 v7').holes).toHaveLength(tint);
});

test('a tag under 19 units drops its text and keeps its holes', () => {
  expect(tagShape(19, 2, 'v8').text).not.toBeNull();
  expect(tagShape(18, 2, 'v8').text).toBeNull();
  expect(tagShape(18, 2, 'v8').holes).toHaveLength(2);
  expect(tagShape(24, 1, '12.50 v7').width).toBeGreaterThan(tagShape(24, 1, '9.50 v7').width);
});

test('a ring draws what is left and never more', () => {
  expect(ringDash(0.6)).toBe('0.6 2');
  expect(ringDash(-1)).toBe('0 2');
  expect(ringDash(2)).toBe('1 2');
});

const polyline = array(record({ x: integer({ min: 0, max: 1000 }), y: integer({ min: 0, max: 400 }) }), { minLength: 2, maxLength: 5 });

test('a place on a wire is as far along it as asked, whatever its corners', () => {
  assert(property(polyline, double({ min: 0, max: 1, noNaN: true }), (points, share) => {
    const path = pathOf(points);
    const place = placeAt(path, share * path.total);
    const walked = pathOf(slice(path, 0, share * path.total));
    expect(walked.total).toBeCloseTo(share * path.total, 4);
    expect(walked.points.at(-1)!.x).toBeCloseTo(place.x, 6);
    expect(walked.points.at(-1)!.y).toBeCloseTo(place.y, 6);
  }));
});

test('a message turns at a corner', () => {
  const path = pathOf([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }]);
  expect(placeAt(path, 5)).toEqual({ x: 5, y: 0, angle: 0 });
  expect(placeAt(path, 15)).toEqual({ x: 10, y: 5, angle: 90 });
  expect(placeAt(path, 99)).toMatchObject({ x: 10, y: 10 });
});
