import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeScenario } from '../../../src/schemas/describe.ts';
import { trafficScenario } from '../../../src/schemas/runs.ts';
import { scenarioFile } from '../../../src/schemas/scenario.ts';
import { anyScenario } from './any-scenario.ts';

const read = (said: object) => trafficScenario([{ name: 'test', where: 'test', builtIn: false, file: scenarioFile.parse(said) }]);

test('a scenario that is described and read again is the same scenario', () => {
  fc.assert(fc.property(anyScenario, (said) => {
    const resolved = read(said);
    const described = describeScenario(resolved);
    expect(read(described)).toEqual(resolved);
    expect(describeScenario(read(described))).toEqual(described);
  }), { numRuns: 300 });
});
