/** What went wrong in the app itself while nobody waited for an answer, in words. */
import type { AppTrouble } from '../../contract/app-trouble.ts';
import type { Failure } from '../../contract/failures.ts';

type NotSaved = Extract<Failure, { kind: 'not-saved' }>['trouble'];

const lastsUntilQuit = 'Directories cannot be opened or connected; settings last until you quit.';
const notWritten: { readonly [T in NotSaved]: { readonly title: string; readonly detail: string } } = {
  full: { title: 'The disk is full', detail: 'What is fetched or set now cannot be kept. Make some room.' },
  'not-allowed': {
    title: 'Nothing can be kept on this computer',
    detail: `Rolodesk may not write to its folder. ${lastsUntilQuit}`,
  },
  'no-folder': {
    title: 'Nothing can be kept on this computer',
    detail: `Its folder cannot be made. ${lastsUntilQuit}`,
  },
  held: {
    title: 'Nothing can be kept on this computer',
    detail: `Another program keeps Rolodesk’s files from being replaced. ${lastsUntilQuit}`,
  },
  failed: {
    title: 'Nothing can be kept on this computer',
    detail: `Rolodesk’s folder does not take what is written to it. Check the disk. ${lastsUntilQuit}`,
  },
};

/** What went wrong in the app while nobody waited for an answer, and what it means. */
export function appTroubleWords(trouble: AppTrouble): { readonly title: string; readonly detail: string } {
  switch (trouble.kind) {
    case 'page-lost':
      return {
        title: 'The page stopped and was loaded again',
        detail: `Nothing that is stored was lost; what was typed and not sent was. The log names it under ${trouble.reference}.`,
      };
    case 'defect':
      return {
        title: 'Something failed in Rolodesk',
        detail: `It goes on. If anything stays as it should not be, start Rolodesk again. The log names it under ${trouble.reference}.`,
      };
    case 'not-written':
      return trouble.what === 'log'
        ? {
            title: 'The log cannot be written',
            detail: 'Rolodesk works as usual. What fails is printed where it was started from.',
          }
        : notWritten[trouble.trouble];
  }
}
