// Written by the build from the stylesheets (scripts/stylesheet-types.ts): change those.
// biome-ignore-all lint/style/noDefaultExport: the bundler's own form for CSS modules
declare module '*/as-of.module.css' {
  const classes: {
    readonly back: string;
    readonly line: string;
    readonly quick: string;
    readonly waiting: string;
  };
  export default classes;
}
declare module '*/ask-dialog.module.css' {
  const classes: {
    readonly age: string;
    readonly ages: string;
    readonly requests: string;
  };
  export default classes;
}
declare module '*/below.module.css' {
  const classes: {
    readonly depths: string;
    readonly facts: string;
    readonly who: string;
  };
  export default classes;
}
declare module '*/budget.module.css' {
  const classes: {
    readonly choice: string;
    readonly choices: string;
    readonly legend: string;
    readonly number: string;
    readonly round: string;
  };
  export default classes;
}
declare module '*/button-group.module.css' {
  const classes: {
    readonly group: string;
  };
  export default classes;
}
declare module '*/check-shown.module.css' {
  const classes: {
    readonly answer: string;
    readonly askingWords: string;
    readonly column: string;
    readonly columnName: string;
    readonly facts: string;
    readonly filters: string;
    readonly going: string;
    readonly heaps: string;
    readonly lookedUp: string;
    readonly number: string;
    readonly page: string;
    readonly rows: string;
    readonly sample: string;
    readonly show: string;
    readonly shown: string;
    readonly strip: string;
    readonly stripEnd: string;
    readonly text: string;
    readonly toolWords: string;
    readonly tools: string;
    readonly top: string;
  };
  export default classes;
}
declare module '*/columns.module.css' {
  const classes: {
    readonly box: string;
    readonly check: string;
    readonly checkAll: string;
    readonly lines: string;
    readonly menuOf: string;
    readonly menuPlace: string;
    readonly soft: string;
    readonly sort: string;
    readonly subject: string;
  };
  export default classes;
}
declare module '*/connect-form.module.css' {
  const classes: {
    readonly form: string;
    readonly formTitle: string;
    readonly leftOut: string;
    readonly next: string;
    readonly send: string;
  };
  export default classes;
}
declare module '*/connection-box.module.css' {
  const classes: {
    readonly box: string;
    readonly boxButton: string;
    readonly boxLine: string;
    readonly boxName: string;
    readonly dot: string;
  };
  export default classes;
}
declare module '*/contact-facts.module.css' {
  const classes: {
    readonly unverified: string;
    readonly verified: string;
  };
  export default classes;
}
declare module '*/copy.module.css' {
  const classes: {
    readonly notice: string;
    readonly place: string;
  };
  export default classes;
}
declare module '*/dialog.module.css' {
  const classes: {
    readonly body: string;
    readonly buttons: string;
    readonly dialog: string;
    readonly form: string;
    readonly head: string;
    readonly note: string;
    readonly other: string;
    readonly title: string;
    readonly veil: string;
  };
  export default classes;
}
declare module '*/directory-line.module.css' {
  const classes: {
    readonly bar: string;
    readonly first: string;
    readonly left: string;
    readonly line: string;
    readonly second: string;
    readonly state: string;
  };
  export default classes;
}
declare module '*/emails.module.css' {
  const classes: {
    readonly unseen: string;
  };
  export default classes;
}
declare module '*/empty.module.css' {
  const classes: {
    readonly action: string;
    readonly empty: string;
    readonly title: string;
  };
  export default classes;
}
declare module '*/evidence.module.css' {
  const classes: {
    readonly changed: string;
    readonly holds: string;
    readonly name: string;
    readonly verdict: string;
  };
  export default classes;
}
declare module '*/facts.module.css' {
  const classes: {
    readonly act: string;
    readonly value: string;
  };
  export default classes;
}
declare module '*/failure.module.css' {
  const classes: {
    readonly acts: string;
    readonly banner: string;
    readonly detail: string;
    readonly title: string;
    readonly words: string;
  };
  export default classes;
}
declare module '*/filters.module.css' {
  const classes: {
    readonly addresses: string;
    readonly below: string;
    readonly belowWord: string;
    readonly check: string;
    readonly checkWords: string;
    readonly chip: string;
    readonly chipName: string;
    readonly choice: string;
    readonly choiceKind: string;
    readonly choiceName: string;
    readonly clear: string;
    readonly clearSelected: string;
    readonly clearWhat: string;
    readonly dropdown: string;
    readonly exportPlace: string;
    readonly exporting: string;
    readonly filters: string;
    readonly headcount: string;
    readonly label: string;
    readonly labelCount: string;
    readonly labelName: string;
    readonly labelNote: string;
    readonly labels: string;
    readonly listedHead: string;
    readonly listedItems: string;
    readonly ofFiltered: string;
    readonly roomy: string;
    readonly shown: string;
    readonly status: string;
    readonly statusMenu: string;
    readonly statuses: string;
    readonly strip: string;
    readonly stripEnd: string;
    readonly text: string;
    readonly tight: string;
  };
  export default classes;
}
declare module '*/first-run.module.css' {
  const classes: {
    readonly back: string;
    readonly brand: string;
    readonly connect: string;
    readonly doors: string;
    readonly inner: string;
    readonly large: string;
    readonly lead: string;
    readonly small: string;
    readonly title: string;
    readonly wanted: string;
    readonly welcome: string;
  };
  export default classes;
}
declare module '*/format-form.module.css' {
  const classes: {
    readonly format: string;
    readonly formats: string;
    readonly note: string;
  };
  export default classes;
}
declare module '*/frame.module.css' {
  const classes: {
    readonly foot: string;
    readonly frame: string;
    readonly main: string;
    readonly skip: string;
  };
  export default classes;
}
declare module '*/grid.module.css' {
  const classes: {
    readonly body: string;
    readonly cell: string;
    readonly drawn: string;
    readonly grid: string;
    readonly head: string;
    readonly headRow: string;
    readonly heading: string;
    readonly headingName: string;
    readonly none: string;
    readonly place: string;
    readonly row: string;
    readonly under: string;
    readonly who: string;
  };
  export default classes;
}
declare module '*/headcount.module.css' {
  const classes: {
    readonly bar: string;
    readonly frame: string;
    readonly kinds: string;
    readonly note: string;
    readonly row: string;
    readonly table: string;
  };
  export default classes;
}
declare module '*/ids-field.module.css' {
  const classes: {
    readonly attached: string;
    readonly choose: string;
    readonly field: string;
    readonly name: string;
    readonly result: string;
    readonly size: string;
  };
  export default classes;
}
declare module '*/kind-page.module.css' {
  const classes: {
    readonly clear: string;
    readonly filters: string;
    readonly going: string;
    readonly number: string;
    readonly page: string;
    readonly rows: string;
    readonly shown: string;
    readonly strip: string;
    readonly text: string;
    readonly which: string;
    readonly why: string;
  };
  export default classes;
}
declare module '*/kinds.module.css' {
  const classes: {
    readonly all: string;
    readonly aside: string;
    readonly count: string;
    readonly fresh: string;
    readonly group: string;
    readonly head: string;
    readonly kind: string;
    readonly line: string;
    readonly name: string;
    readonly nothing: string;
    readonly page: string;
    readonly row: string;
    readonly rows: string;
    readonly seen: string;
    readonly sign: string;
    readonly subject: string;
    readonly told: string;
    readonly waiting: string;
    readonly what: string;
    readonly why: string;
  };
  export default classes;
}
declare module '*/kit.module.css' {
  const classes: {
    readonly button: string;
    readonly buttonSection: string;
    readonly check: string;
    readonly checkHint: string;
    readonly checkIcon: string;
    readonly field: string;
    readonly fieldError: string;
    readonly fieldHint: string;
    readonly fieldLabel: string;
    readonly icon: string;
    readonly menu: string;
    readonly menuDivider: string;
    readonly menuItem: string;
    readonly menuLabel: string;
    readonly tooltip: string;
  };
  export default classes;
}
declare module '*/line-facts.module.css' {
  const classes: {
    readonly facts: string;
  };
  export default classes;
}
declare module '*/lines.module.css' {
  const classes: {
    readonly above: string;
    readonly line: string;
    readonly lines: string;
    readonly loop: string;
    readonly main: string;
    readonly note: string;
    readonly other: string;
    readonly seen: string;
    readonly self: string;
    readonly step: string;
  };
  export default classes;
}
declare module '*/list-page.module.css' {
  const classes: {
    readonly buttons: string;
    readonly check: string;
    readonly checks: string;
    readonly counts: string;
    readonly kept: string;
    readonly keptHead: string;
    readonly key: string;
    readonly list: string;
    readonly name: string;
    readonly note: string;
    readonly open: string;
    readonly page: string;
    readonly reading: string;
    readonly when: string;
  };
  export default classes;
}
declare module '*/local-time.module.css' {
  const classes: {
    readonly clock: string;
  };
  export default classes;
}
declare module '*/map.module.css' {
  const classes: {
    readonly corner: string;
    readonly inView: string;
    readonly key: string;
    readonly legend: string;
    readonly map: string;
    readonly minimap: string;
    readonly most: string;
    readonly newer: string;
    readonly people: string;
    readonly place: string;
    readonly surface: string;
    readonly swatch: string;
    readonly total: string;
    readonly whole: string;
  };
  export default classes;
}
declare module '*/name.module.css' {
  const classes: {
    readonly deleted: string;
    readonly id: string;
    readonly label: string;
    readonly link: string;
    readonly nameIt: string;
    readonly organisation: string;
    readonly short: string;
  };
  export default classes;
}
declare module '*/new-mark.module.css' {
  const classes: {
    readonly new: string;
  };
  export default classes;
}
declare module '*/options.module.css' {
  const classes: {
    readonly list: string;
    readonly option: string;
  };
  export default classes;
}
declare module '*/organisation.module.css' {
  const classes: {
    readonly alone: string;
    readonly between: string;
    readonly betweenName: string;
    readonly body: string;
    readonly chart: string;
    readonly cut: string;
    readonly find: string;
    readonly findField: string;
    readonly fold: string;
    readonly forms: string;
    readonly found: string;
    readonly head: string;
    readonly here: string;
    readonly link: string;
    readonly note: string;
    readonly noteName: string;
    readonly noteOdd: string;
    readonly noteWords: string;
    readonly nothing: string;
    readonly option: string;
    readonly page: string;
    readonly step: string;
    readonly switch: string;
    readonly tool: string;
    readonly toolWords: string;
    readonly tools: string;
    readonly tree: string;
    readonly view: string;
    readonly where: string;
  };
  export default classes;
}
declare module '*/overview.module.css' {
  const classes: {
    readonly bio: string;
    readonly reportCounts: string;
  };
  export default classes;
}
declare module '*/page-head.module.css' {
  const classes: {
    readonly head: string;
    readonly note: string;
  };
  export default classes;
}
declare module '*/panel.module.css' {
  const classes: {
    readonly bar: string;
    readonly branch: string;
    readonly choice: string;
    readonly coming: string;
    readonly content: string;
    readonly field: string;
    readonly head: string;
    readonly headline: string;
    readonly hint: string;
    readonly layer: string;
    readonly layerWords: string;
    readonly line: string;
    readonly lineName: string;
    readonly numbers: string;
    readonly odd: string;
    readonly panel: string;
    readonly part: string;
    readonly skipped: string;
    readonly soft: string;
    readonly swap: string;
    readonly two: string;
    readonly way: string;
  };
  export default classes;
}
declare module '*/people.module.css' {
  const classes: {
    readonly everybody: string;
    readonly page: string;
  };
  export default classes;
}
declare module '*/person-banners.module.css' {
  const classes: {
    readonly banners: string;
    readonly unread: string;
  };
  export default classes;
}
declare module '*/person-head.module.css' {
  const classes: {
    readonly acts: string;
    readonly age: string;
    readonly badges: string;
    readonly facts: string;
    readonly turning: string;
    readonly username: string;
    readonly way: string;
  };
  export default classes;
}
declare module '*/person-menu.module.css' {
  const classes: {
    readonly name: string;
    readonly place: string;
  };
  export default classes;
}
declare module '*/person-missing.module.css' {
  const classes: {
    readonly id: string;
    readonly missing: string;
  };
  export default classes;
}
declare module '*/person-row.module.css' {
  const classes: {
    readonly line: string;
    readonly mail: string;
    readonly reportCount: string;
    readonly row: string;
    readonly skeletonLine: string;
    readonly skeletonPicture: string;
    readonly status: string;
    readonly who: string;
  };
  export default classes;
}
declare module '*/person-shown.module.css' {
  const classes: {
    readonly cover: string;
    readonly number: string;
    readonly tab: string;
    readonly tabs: string;
    readonly told: string;
  };
  export default classes;
}
declare module '*/person.module.css' {
  const classes: {
    readonly aside: string;
    readonly buttons: string;
    readonly caption: string;
    readonly captionLine: string;
    readonly card: string;
    readonly columns: string;
    readonly counts: string;
    readonly fact: string;
    readonly group: string;
    readonly head: string;
    readonly inline: string;
    readonly mono: string;
    readonly name: string;
    readonly note: string;
    readonly nothing: string;
    readonly panel: string;
    readonly person: string;
    readonly rawTools: string;
    readonly receipt: string;
    readonly reportList: string;
    readonly stack: string;
    readonly top: string;
    readonly who: string;
  };
  export default classes;
}
declare module '*/picture.module.css' {
  const classes: {
    readonly initials: string;
    readonly picture: string;
  };
  export default classes;
}
declare module '*/rail.module.css' {
  const classes: {
    readonly brand: string;
    readonly caption: string;
    readonly entry: string;
    readonly number: string;
    readonly rail: string;
    readonly recent: string;
    readonly recents: string;
  };
  export default classes;
}
declare module '*/raw-text.module.css' {
  const classes: {
    readonly raw: string;
    readonly rawLines: string;
  };
  export default classes;
}
declare module '*/raw.module.css' {
  const classes: {
    readonly rawPlace: string;
  };
  export default classes;
}
declare module '*/record-facts.module.css' {
  const classes: {
    readonly other: string;
  };
  export default classes;
}
declare module '*/remembered.module.css' {
  const classes: {
    readonly choice: string;
    readonly remembered: string;
    readonly smallTitle: string;
  };
  export default classes;
}
declare module '*/reports-tab.module.css' {
  const classes: {
    readonly belowTools: string;
    readonly counted: string;
    readonly figures: string;
    readonly notKnown: string;
    readonly reportCards: string;
    readonly reportTools: string;
    readonly views: string;
  };
  export default classes;
}
declare module '*/reports.module.css' {
  const classes: {
    readonly row: string;
    readonly shared: string;
    readonly sign: string;
    readonly text: string;
    readonly who: string;
    readonly why: string;
  };
  export default classes;
}
declare module '*/result-columns.module.css' {
  const classes: {
    readonly choose: string;
    readonly cut: string;
    readonly given: string;
    readonly lines: string;
    readonly reason: string;
    readonly soft: string;
  };
  export default classes;
}
declare module '*/row-menu.module.css' {
  const classes: {
    readonly given: string;
    readonly name: string;
    readonly person: string;
    readonly place: string;
    readonly under: string;
  };
  export default classes;
}
declare module '*/runs-dialog.module.css' {
  const classes: {
    readonly counts: string;
    readonly run: string;
    readonly runs: string;
    readonly stays: string;
    readonly when: string;
  };
  export default classes;
}
declare module '*/save.module.css' {
  const classes: {
    readonly choice: string;
    readonly choices: string;
    readonly columns: string;
    readonly note: string;
    readonly progress: string;
    readonly reason: string;
    readonly words: string;
  };
  export default classes;
}
declare module '*/search.module.css' {
  const classes: {
    readonly box: string;
    readonly caption: string;
    readonly field: string;
    readonly foot: string;
    readonly hint: string;
    readonly key: string;
    readonly line: string;
    readonly list: string;
    readonly listed: string;
    readonly listedTitle: string;
    readonly mark: string;
    readonly name: string;
    readonly nothing: string;
    readonly nothingTitle: string;
    readonly option: string;
    readonly palette: string;
    readonly panel: string;
    readonly place: string;
    readonly round: string;
    readonly shown: string;
    readonly statuses: string;
    readonly veil: string;
    readonly words: string;
  };
  export default classes;
}
declare module '*/shortcuts.module.css' {
  const classes: {
    readonly group: string;
    readonly groups: string;
    readonly heading: string;
    readonly key: string;
    readonly orElse: string;
    readonly row: string;
  };
  export default classes;
}
declare module '*/skeleton.module.css' {
  const classes: {
    readonly bone: string;
    readonly boneRow: string;
    readonly boneTabs: string;
    readonly opening: string;
  };
  export default classes;
}
declare module '*/small-table.module.css' {
  const classes: {
    readonly acts: string;
    readonly aside: string;
    readonly below: string;
    readonly frame: string;
    readonly no: string;
    readonly none: string;
    readonly table: string;
    readonly tag: string;
    readonly yes: string;
  };
  export default classes;
}
declare module '*/spotlight.module.css' {
  const classes: {
    readonly aim: string;
    readonly at: string;
    readonly bar: string;
    readonly choices: string;
    readonly found: string;
    readonly more: string;
    readonly option: string;
    readonly optionCount: string;
    readonly optionName: string;
    readonly step: string;
    readonly way: string;
    readonly what: string;
  };
  export default classes;
}
declare module '*/status-tab.module.css' {
  const classes: {
    readonly answer: string;
    readonly contradictions: string;
    readonly questionTitle: string;
    readonly questions: string;
  };
  export default classes;
}
declare module '*/status.module.css' {
  const classes: {
    readonly ago: string;
    readonly also: string;
    readonly answer: string;
    readonly badge: string;
    readonly choice: string;
    readonly choiceCount: string;
    readonly filter: string;
    readonly icon: string;
    readonly mark: string;
    readonly since: string;
    readonly stack: string;
  };
  export default classes;
}
declare module '*/strip.module.css' {
  const classes: {
    readonly sentences: string;
    readonly show: string;
    readonly strip: string;
  };
  export default classes;
}
declare module '*/table.module.css' {
  const classes: {
    readonly check: string;
    readonly checkCell: string;
    readonly edge: string;
    readonly kept: string;
    readonly textCell: string;
  };
  export default classes;
}
declare module '*/token-field.module.css' {
  const classes: {
    readonly kept: string;
    readonly unlock: string;
  };
  export default classes;
}
declare module '*/top-bar.module.css' {
  const classes: {
    readonly bar: string;
    readonly barEnd: string;
    readonly barStart: string;
  };
  export default classes;
}
declare module '*/tree.module.css' {
  const classes: {
    readonly below: string;
    readonly block: string;
    readonly body: string;
    readonly depth: string;
    readonly drawn: string;
    readonly fold: string;
    readonly match: string;
    readonly row: string;
    readonly rows: string;
    readonly sign: string;
    readonly tree: string;
    readonly unnamed: string;
  };
  export default classes;
}
declare module '*/view-failed.module.css' {
  const classes: {
    readonly page: string;
  };
  export default classes;
}
declare module '*/view.module.css' {
  const classes: {
    readonly bar: string;
    readonly canvas: string;
    readonly cut: string;
    readonly failed: string;
    readonly ink: string;
    readonly layer: string;
    readonly percent: string;
    readonly standIn: string;
    readonly surface: string;
    readonly tree: string;
    readonly view: string;
  };
  export default classes;
}
declare module '*/virtual-rows.module.css' {
  const classes: {
    readonly rows: string;
  };
  export default classes;
}
declare module '*/waiting-line.module.css' {
  const classes: {
    readonly line: string;
  };
  export default classes;
}
declare module '*/what.module.css' {
  const classes: {
    readonly text: string;
    readonly who: string;
  };
  export default classes;
}
declare module '*/zone-cells.module.css' {
  const classes: {
    readonly words: string;
  };
  export default classes;
}
declare module '*.css' {}
