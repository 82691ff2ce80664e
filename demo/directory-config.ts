/** What Fetch Config answers: among much else, the names of teams, pods and roles. */
import { offices } from './offices.ts';
import type { Organisation } from './organisation.ts';
import { referenceDate } from './status.ts';

export const configOf = ({ teams, pods, roles, ids }: Organisation): Readonly<Record<string, unknown>> => {
  const listed = (named: typeof teams) =>
    named.map(({ id, name }, order) => ({ id, name, description: '', order, isDeleted: false }));
  return {
    id: ids.idFor(0, 3),
    createdAt: Date.UTC(2014, 2, 3, 9, 0, 0),
    updatedAt: referenceDate,
    name: 'Acme',
    domain: 'acme.example',
    logo: '',
    plan: 'GROWTH',
    currency: 'EUR',
    locale: 'en',
    timezone: '+0000',
    timezones: [...new Set(offices.map(({ offset }) => offset))].sort(),
    availabilityStatuses: ['AVAILABLE', 'AWAY', 'BUSY', 'ON_LEAVE', 'OFFLINE'],
    workingHours: { start: '09:00', end: '18:00', days: [1, 2, 3, 4, 5] },
    features: { pods: true, teams: true, photos: true, backgroundJobs: true },
    integrations: [],
    roles: listed(roles),
    team: listed(teams),
    pods: listed(pods),
    tags: [],
    webhooks: null,
    data: null,
  };
};
