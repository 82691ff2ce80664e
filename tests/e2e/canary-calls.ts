/** The calls that no screen of the search for the token makes. */
import type { Page } from '@playwright/test';

/** Calls that no screen of this drive has made, each as its screen would make it. */
export async function makeOtherCalls(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { rolodesk } = window as unknown as {
      rolodesk: { call: (name: string, input: unknown) => Promise<unknown> };
    };
    const view = {
      filter: { status: null, role: null, team: null, text: '' },
      sort: { by: 'fetched', descending: true },
    };
    const listed = (await rolodesk.call('people.list', { view, offset: 0, limit: 10, follow: [] })) as {
      value?: { snapshot: number };
    };
    const snapshot = listed.value?.snapshot ?? 1;
    const image = await new Promise<Blob | null>((resolve) => document.createElement('canvas').toBlob(resolve));
    const part = new Uint8Array((await image?.arrayBuffer()) ?? []);
    const sendImage = async (): Promise<number> => {
      const answer = (await rolodesk.call('image.send', { sent: null, part })) as { value?: { sent: number } };
      return answer.value?.sent ?? 1;
    };
    await rolodesk.call('image.copy', { sent: await sendImage() });
    await rolodesk.call('image.save', { sent: await sendImage(), name: 'Everybody' });
    const all = { show: null, answer: null, text: '' };
    const file = (await rolodesk.call('check.sendFile', {
      sent: null,
      part: new TextEncoder().encode('u-1\nu-2'),
    })) as {
      value?: { sent: number };
    };
    await rolodesk.call('check.begin', { from: { kind: 'file', sent: file.value?.sent ?? 1, name: 'list.txt' } });
    await rolodesk.call('check.begin', { from: { kind: 'clipboard' } });
    await rolodesk.call('check.begin', { from: { kind: 'selection', people: { snapshot, which: { place: 0 } } } });
    const begun = (await rolodesk.call('check.begin', {
      from: { kind: 'pasted', text: 'u-1\nBo Lind\nu-2; u-404' },
    })) as {
      value?: { id: number };
    };
    const id = begun.value?.id ?? 1;
    const checkCalls: readonly (readonly [string, unknown])[] = [
      ['check.kept', null],
      ['check.name', { id, name: 'July' }],
      ['check.open', { id }],
      ['check.rows', { id, filter: all, offset: 0, limit: 10 }],
      ['check.compare', { id, part: view.filter }],
      ['check.compare', { id, part: null }],
      ['check.typed', { id, filter: all, typed: 'a', from: 0 }],
      ['check.candidates', { id, place: 1 }],
      ['check.choose', { id, place: 1, person: 'u-2' }],
      ['check.acceptNames', { id }],
      ['check.countToAsk', { id, olderThan: 0 }],
      ['check.ask', { id, olderThan: 0 }],
      ['check.pause', { id }],
      ['check.goOn', { id }],
      ['check.stop', { id }],
      ['check.retry', { id }],
      ['check.column', { id, column: 0 }],
      ['check.run', { id }],
      ['check.runs', { id }],
      ['check.removeRun', { id, number: 1 }],
      ['check.copy', { id, filter: all, rows: null }],
      ['check.save', { id, filter: all, format: 'csv' }],
      ['check.save', { id, filter: all, format: 'xlsx' }],
      ['check.evidence', { id }],
      ['check.openEvidence', null],
      ['check.stopEvidence', null],
      ['check.remove', { id }],
      ['check.chooseFile', null],
      ['check.giveUp', null],
      ['check.leave', null],
    ];
    const meant = { kind: 'left-behind', of: { which: 'open', role: null, team: null, text: '', below: null } };
    const left = { kind: meant.kind, filter: meant.of, sort: { by: 'weight', descending: true } };
    const calls: readonly (readonly [string, unknown])[] = [
      ['people.listed', { text: 'u-1 u-2' }],
      ['people.reports', { id: 'u-1', status: null, offset: 0, limit: 10 }],
      ['text.send', { sent: null, part: 'u-1' }],
      ['people.labels', { filter: view.filter, kind: 'role', text: '' }],
      ['people.headcount', { filter: view.filter, by: 'countryCode' }],
      ['people.label', { kind: 'role', id: 'role-1' }],
      ['people.select', { snapshot, anew: true, changes: [], range: null }],
      ['account.cancelConnect', null],
      ['people.typed', { snapshot, typed: 'a', from: 0 }],
      ['people.typedAmong', { names: ['Ada'], typed: 'a' }],
      ['people.rowsSeen', { ids: ['u-1'] }],
      ['people.copy', { snapshot, which: { place: 0 }, columns: ['name'] }],
      ['people.countBelow', { id: 'u-1' }],
      ['addresses.copy', { of: { snapshot, which: { place: 0 } } }],
      ['addresses.write', { of: { below: { id: 'u-none', which: 'all' } } }],
      ['addresses.separator', null],
      ['addresses.setSeparator', { separator: 'comma' }],
      ['people.export', { snapshot: 999_999, which: 'all', format: 'csv', withLocalTime: false }],
      ['people.stopExport', null],
      ['account.lookAgain', null],
      ['organisation.look', { id: null, isOpening: true }],
      ['organisation.rows', { offset: 0, limit: 10, follow: ['u-1'] }],
      ['organisation.open', { id: 'u-1', what: 'open' }],
      ['organisation.seek', { id: 'u-2' }],
      ['organisation.typed', { snapshot: 1, typed: 'a', from: 0 }],
      ['organisation.chart', { centre: 'u-1', shape: { open: [], closed: [], beside: [], more: [], whole: [] } }],
      [
        'organisation.map',
        { region: { x: 0, y: 0, w: 100, h: 100 }, scale: 1, colour: 'status', latest: true, find: 'u-1' },
      ],
      ['organisation.members', { keys: [1, 2] }],
      ['organisation.match', { spotlight: { by: 'text', value: 'a' }, from: null, isBack: false }],
      ['organisation.relation', { a: 'u-1', b: 'u-2' }],
      ['organisation.spans', { id: null }],
      ['organisation.leading', { id: null, which: 'one', offset: 0, limit: 10 }],
      ['organisation.saveSpans', { id: null, file: 'layers' }],
      ['organisation.since', null],
      ['organisation.look', { id: null, isOpening: false, asOf: Date.now() }],
      ['organisation.find', { text: 'a', limit: 10 }],
      ['organisation.labels', { kind: 'role', text: '' }],
      ['organisation.look', { id: null, isOpening: false, asOf: null }],
      ['organisation.save', { what: { kind: 'everybody' }, format: 'svg', colour: 'status' }],
      ['organisation.print', { what: { kind: 'everybody' }, colour: 'status' }],
      ['organisation.leave', { id: null }],
      ...checkCalls,
      ['appearance.foldTree', { isFolded: false }],
      ['organisation.save', { what: { kind: 'branch', id: 'u-none' }, format: 'csv', colour: 'status' }],
      ['picture.read', { picture: '0'.repeat(64), from: 0 }],
      ['image.send', { sent: null, part: Uint8Array.of(1, 2, 3) }],
      ['image.copy', { sent: 0 }],
      ['image.save', { sent: 0, name: 'Ada' }],
      ['table.columns', null],
      ['table.setWidths', { widths: { name: 200 } }],
      ['table.setColumns', { columns: ['name'] }],
      ['label.name', { kind: 'role', id: 'role-1', name: 'A role' }],
      ['sync.addIds', { text: 'u-1' }],
      ['sync.countIds', { text: 'u-1' }],
      ['sync.setBudget', { perDay: 500 }],
      ['problems.overview', null],
      ['problems.fresh', null],
      ['problems.rows', { ...left, offset: 0, limit: 10 }],
      ['problems.setAside', { ...meant, note: 'a note' }],
      ['problems.takeBack', meant],
      ['problems.undo', { change: 1 }],
      ['problems.looked', { kinds: ['left-behind'] }],
      ['problems.copy', { ...meant, sort: left.sort }],
      ['problems.save', { ...meant, sort: left.sort, format: 'csv' }],
      ['problems.leave', null],
      ['account.lookAgain', null],
      ['sync.pause', null],
      ['sync.stop', null],
      ['sync.begin', null],
      ['sync.state', null],
    ];
    for (const [name, input] of calls) await rolodesk.call(name, input);
  });
}
