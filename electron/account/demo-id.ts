import { ConnectionId } from '../../contract/ids.ts';

/** The demo directory's place among the local copies and the places left: always the same, never in the list of remembered ones. */
export const demoId = ConnectionId.parse('00000000-0000-4000-8000-000000000000');
