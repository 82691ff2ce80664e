import { describe, expect, it } from 'vitest';
import { readLabels } from '../../../electron/reading/read-config.ts';
import { whereBad } from './samples.ts';

const labels = (data: unknown) => {
  const outcome = readLabels({ _data: data, _meta: {}, _errors: [] });
  return outcome.ok ? { teams: [...outcome.value.teams], roles: [...outcome.value.roles] } : outcome.failure.kind;
};

describe('names of teams and roles', () => {
  it('are found among the many keys of a configuration', () => {
    const data = {
      features: { roles: 'no' },
      roles: [
        { id: 'R1', name: 'Lead' },
        { id: 'AAAAAAAA-0000-4000-8000-000000000001', title: ' Agent ' },
      ],
      pods: [{ id: 7, label: 'North' }],
    };
    expect(labels(data)).toEqual({
      roles: [
        ['R1', 'Lead'],
        ['aaaaaaaa-0000-4000-8000-000000000001', 'Agent'],
      ],
      teams: [['7', 'North']],
    });
  });

  it('are read from maps of objects and of names', () => {
    expect(labels({ roles: { r1: { name: 'Lead' }, r2: 'Agent' }, teams: { t1: { displayName: 'North' } } })).toEqual({
      roles: [
        ['r1', 'Lead'],
        ['r2', 'Agent'],
      ],
      teams: [['t1', 'North']],
    });
  });

  it('are read from one team, and from what stands in it', () => {
    const team = { id: 't0', name: 'Acme', pods: [{ id: 'p1', name: 'North' }], roles: [{ id: 'r1', name: 'Lead' }] };
    expect(labels({ team })).toEqual({
      teams: [
        ['t0', 'Acme'],
        ['p1', 'North'],
      ],
      roles: [['r1', 'Lead']],
    });
    expect(labels({ team: { name: 'Acme', pods: team.pods } })).toEqual({ teams: [['p1', 'North']], roles: [] });
  });

  it('survive entries that cannot be read', () => {
    const roles = [
      null,
      5,
      'x',
      {},
      { id: 'r1' },
      { name: 'no id' },
      { id: {}, name: 'x' },
      { id: 'r2', name: 'Lead' },
    ];
    expect(labels({ roles, teams: 'none', __proto__: { team: 1 } })).toEqual({ roles: [['r2', 'Lead']], teams: [] });
  });

  it('are a bad reply where there are none', () => {
    for (const data of [null, [], {}, { roles: [] }, { roles: [{ id: 'r1' }] }, 'x']) {
      expect(whereBad(readLabels({ _data: data }))).toBe('data');
    }
    for (const body of [null, [], 'x', {}, { roles: [{ id: 'r1', name: 'Lead' }] }]) {
      expect(whereBad(readLabels(body))).toBe('envelope');
    }
  });
});
