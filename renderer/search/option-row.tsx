/** One row of the search's list. The list owns the keyboard and the mouse; a row is drawn anew only where it changed. */
import {
  IconChevronRight,
  IconCloudDownload,
  IconCopy,
  IconCornerDownLeft,
  IconFilterOff,
  IconListCheck,
  IconMail,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { memo } from 'react';
import { pressesOf } from '../keyboard/keys.ts';
import { isApple, pressWords } from '../keyboard/press.ts';
import { PersonPicture } from '../picture/person-picture.tsx';
import { StatusBadge } from '../status/status-badge.tsx';
import { Since } from '../time/ago.tsx';
import { count } from '../words/locale.ts';
import { FoundLine } from './found-line.tsx';
import { MarkedName } from './marked-name.tsx';
import classes from './search.module.css';
import type { ActionOption, Deed, FetchOption, PersonOption, SearchOption } from './search-option.ts';

type OptionRowProps = { readonly id: string; readonly option: SearchOption; readonly active: boolean };

export const OptionRow = memo(function OptionRow({ id, option, active }: OptionRowProps) {
  return (
    <div id={id} role="option" aria-selected={active} tabIndex={-1} className={classes.option} data-kind={option.kind}>
      {option.kind === 'person' && <PersonRow option={option} />}
      {option.kind === 'fetch' && <FetchRow option={option} />}
      {option.kind === 'everybody' && <EverybodyRow text={option.filter.text} />}
      {option.kind === 'listed' && <ListedRow known={option.listed.known} understood={option.listed.understood} />}
      {option.kind === 'check' && <CheckRow understood={option.listed.understood} />}
      {option.kind === 'hidden' && <HiddenRow words={option.words} />}
      {option.kind === 'action' && <ActionRow option={option} />}
      {option.kind === 'deed' && <DeedRow deed={option.deed} label={option.label} />}
      {active && (
        <span className={classes.key} aria-hidden="true">
          <IconCornerDownLeft size={12} />
        </span>
      )}
    </div>
  );
});

function PersonRow({ option }: { readonly option: PersonOption }) {
  const { card } = option.person;
  return (
    <>
      <PersonPicture id={card.id} name={card.name} picture={card.picture} size={36} />
      <span className={classes.words}>
        <MarkedName person={option.person} />
        <FoundLine person={option.person} />
      </span>
      <StatusBadge of={card} />
    </>
  );
}

function FetchRow({ option }: { readonly option: FetchOption }) {
  return (
    <>
      <span className={classes.round}>
        <IconCloudDownload size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>Fetch it from the server</span>
        <span className={classes.line} title={option.id}>
          <bdi>{option.id}</bdi>{' '}
          {option.notFoundSince === null ? (
            'is not known yet'
          ) : (
            <>
              · not found since <Since at={option.notFoundSince} />
            </>
          )}
        </span>
      </span>
    </>
  );
}

function EverybodyRow({ text }: { readonly text: string }) {
  return (
    <>
      <span className={classes.round}>
        <IconUsers size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>Show everybody who matches</span>
        <span className={classes.line} title={text}>
          There are more than are listed here: People, filtered by “<bdi>{text}</bdi>”
        </span>
      </span>
    </>
  );
}

function ListedRow({ known, understood }: { readonly known: number; readonly understood: number }) {
  return (
    <>
      <span className={classes.round}>
        <IconUsers size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>Show them in People</span>
        <span className={classes.line}>
          {count(known)} of the {count(understood)} are known; which are not can be read there
        </span>
      </span>
    </>
  );
}

function CheckRow({ understood }: { readonly understood: number }) {
  return (
    <>
      <span className={classes.round}>
        <IconListCheck size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>Check these {count(understood)}</span>
        <span className={classes.line}>Who of them is gone, and since when; nothing is left out</span>
      </span>
    </>
  );
}

function HiddenRow({ words }: { readonly words: string }) {
  return (
    <>
      <span className={classes.round}>
        <IconFilterOff size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{words}</span>
        <span className={classes.line}>Show them</span>
      </span>
    </>
  );
}

function ActionRow({ option }: { readonly option: ActionOption }) {
  const { words, keys, appleKeys, row } = option.action;
  const own = keys === undefined ? row : { words, keys, ...(appleKeys !== undefined && { appleKeys }) };
  const [press] = own === undefined ? [] : pressesOf(own, isApple);
  return (
    <>
      <IconChevronRight size={16} stroke={1.7} aria-hidden="true" />
      <span className={classes.words}>
        <span className={classes.name} dir="auto" title={words}>
          {words}
        </span>
      </span>
      {press !== undefined && <kbd className={classes.key}>{pressWords(press)}</kbd>}
    </>
  );
}

const deedIcons = { open: IconUser, 'copy-email': IconCopy, 'copy-id': IconCopy, write: IconMail } as const;

function DeedRow({ deed, label }: { readonly deed: Deed; readonly label: string }) {
  const Icon = deedIcons[deed];
  return (
    <>
      <span className={classes.round}>
        <Icon size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{label}</span>
      </span>
    </>
  );
}
