/** Above the tree and the view: who is in the spotlight, how many that is, and the way from one to the next. */
import { Button, CloseButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Match } from '../../contract/organisation-spotlight.ts';
import { call } from '../bridge/call.ts';
import { pressedRow } from '../keyboard/handle-keys.ts';
import { keys } from '../keyboard/keys.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { byTodayWords } from './by-today.ts';
import { shareNumber } from './row-words.ts';
import classes from './spotlight.module.css';
import { SpotlightField } from './spotlight-field.tsx';
import { personOf, type Shining, spotlightOf } from './tree-state.ts';
import { organisation, useOrganisation } from './use-organisation.ts';
import { wholeWords } from './view/map-words.ts';
import { walkedIn } from './walked-in.ts';

/** `body`: where the tree and the view stand. */
type SpotlightBarProps = { readonly body: RefObject<HTMLElement | null> };

export function SpotlightBar({ body }: SpotlightBarProps) {
  const spotlight = useOrganisation((state) => state.spotlight);
  const isAiming = useOrganisation((state) => state.isAiming);
  return spotlight === null && !isAiming ? null : <Bar body={body} spotlight={spotlight} isAiming={isAiming} />;
}

type BarProps = SpotlightBarProps & { readonly spotlight: Shining | null; readonly isAiming: boolean };

function Bar({ body, spotlight, isAiming }: BarProps) {
  const matches = useOrganisation((state) => state.matches);
  const aim = useOrganisation((state) => state.aim);
  const shine = useOrganisation((state) => state.shine);
  const field = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLElement>(null);
  const { match, go } = useMatches(spotlight);
  useEffect(() => {
    if (isAiming) field.current?.focus();
  }, [isAiming]);

  const back = () => {
    if (walkedIn(body.current) !== undefined) walkedIn(body.current)?.focus({ preventScroll: true });
    if (spotlight === null) aim(false);
  };
  const clear = () => {
    walkedIn(body.current)?.focus({ preventScroll: true });
    shine(null);
  };
  useSpotlightKeys([body, bar], spotlight === null ? null : { go, clear });
  const isNone = matches?.count === 0;
  return (
    <search ref={bar} className={classes.bar} aria-label="Spotlight">
      <SpotlightField
        field={field}
        spotlight={spotlight}
        onChoose={(chosen) => {
          shine(chosen);
          walkedIn(body.current)?.focus({ preventScroll: true });
        }}
        onBack={back}
      />
      {spotlight !== null && (
        <>
          <span role="status" className={classes.found}>
            {matches !== null && (
              <span>
                {shareNumber(matches)}
                <span className={classes.way}>
                  {wholeWords('spotlight', matches).slice(shareNumber(matches).length)}
                </span>
              </span>
            )}
            {matches?.isByToday === true && <span title={byTodayWords}> by what they are today</span>}
            {match !== null && <span className={classes.at}>{` · ${count(match.nth)} of ${count(match.of)}`}</span>}
          </span>
          <Button
            variant="default"
            disabled={isNone}
            className={classes.step}
            leftSection={<IconChevronUp size={15} aria-hidden="true" />}
            title="Previous match (Shift F3)"
            onClick={() => go(true)}
          >
            <span className={classes.way}>
              Previous<span className={classes.what}>&nbsp;match</span>
            </span>
          </Button>
          <Button
            variant="default"
            disabled={isNone}
            className={classes.step}
            leftSection={<IconChevronDown size={15} aria-hidden="true" />}
            title="Next match (F3)"
            onClick={() => go(false)}
          >
            <span className={classes.way}>
              Next<span className={classes.what}>&nbsp;match</span>
            </span>
          </Button>
        </>
      )}
      <CloseButton
        aria-label={spotlight === null ? 'No spotlight' : 'Clear the spotlight'}
        title={spotlight === null ? 'No spotlight' : 'Clear the spotlight (Escape)'}
        onClick={spotlight === null ? back : clear}
      />
    </search>
  );
}

/** Goes from one match to the next, one step after the other, each from where the one before led. */
function useMatches(spotlight: Shining | null) {
  const tellFailure = useStore((state) => state.tellFailure);
  const [match, setMatch] = useState<Match | null>(null);
  const walking = useRef<Promise<unknown>>(Promise.resolve());
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another spotlight nobody was gone to
  useEffect(() => setMatch(null), [spotlight]);
  const step = async (isBack: boolean) => {
    const { spotlight: of, active, enter } = organisation.getState();
    const { spotlight: asked } = spotlightOf(of);
    if (asked === undefined) return;
    const answer = await call('organisation.match', { spotlight: asked, from: personOf(active?.data), isBack });
    if (!answer.ok) return tellFailure(answer.failure);
    if (answer.value === null || organisation.getState().spotlight !== of) return;
    setMatch(answer.value);
    await enter(answer.value.id, 'near');
  };
  const go = (isBack: boolean): void => {
    walking.current = walking.current.then(() => step(isBack));
  };
  return { match, go };
}

type Acts = { readonly go: (isBack: boolean) => void; readonly clear: () => void };

/** While the focus is in one of the parts. `acts` null: nobody is in the spotlight. */
function useSpotlightKeys(parts: readonly RefObject<HTMLElement | null>[], acts: Acts | null): void {
  const latest = useRef({ parts, acts });
  useLayoutEffect(() => {
    latest.current = { parts, acts };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { parts: within, acts: now } = latest.current;
      const isIn = within.some(({ current }) => event.target instanceof Node && current?.contains(event.target));
      const pressed = event.defaultPrevented || now === null || !isIn ? null : pressedRow(keys.spotlight, event);
      if (pressed === null || now === null) return;
      event.preventDefault();
      if (pressed.name === 'clear') now.clear();
      else now.go(pressed.name === 'previous');
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
