/** Problems: every kind in short, or all of one kind. */
import type { ProblemList } from '../../contract/shown-page.ts';
import type { Visit } from '../store/history.ts';
import { KindPage } from './kind-page.tsx';
import { OverviewPage } from './overview-page.tsx';

type ProblemsPageProps = { readonly visit: Visit; readonly list: ProblemList | undefined };

export function ProblemsPage({ visit, list }: ProblemsPageProps) {
  return list === undefined ? <OverviewPage visit={visit} /> : <KindPage visit={visit} list={list} />;
}
