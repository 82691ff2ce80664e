/** The organisation in React Flow, as its documentation tells for many nodes: those out of view are not rendered. */
import { type Edge, type Node, ReactFlow } from '@xyflow/react';
import { stratify, tree } from 'd3-hierarchy';
import { createRoot } from 'react-dom/client';
import type { ReactFlowPage } from './page-state.ts';

const card = { width: 200, height: 40 };
const apart: readonly [number, number] = [card.width + 8, 120];

const state: ReactFlowPage = { shownMs: null, whole: 0, jump: () => undefined };
Object.assign(globalThis, { reactFlow: state });
await show();

async function show(): Promise<void> {
  /** By person: their manager; -1: nobody. */
  const managers = (await (await fetch('/managers.json')).json()) as number[];
  const laid = tree<number>().nodeSize([...apart])(
    stratify<number>()
      .id((person) => String(person))
      .parentId((person) => (person < 0 ? null : String(managers[person] ?? -1)))([-1, ...managers.keys()]),
  );
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  for (const { data: person, x, y, parent } of laid) {
    if (person < 0) continue;
    const id = String(person);
    nodes.push({ id, position: { x, y }, data: { label: `Person ${id}` }, ...card });
    if (parent !== null && parent.data >= 0) edges.push({ id, source: String(parent.data), target: id });
  }
  const xs = nodes.map(({ position }) => position.x);
  const [least, most] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  // Around somebody in the middle, with people on all sides.
  const centre = (least + most) / 2;
  const farOf = (node: Node) => Math.abs(node.position.x - centre);
  const deep = nodes.filter(({ position }) => position.y >= 4 * apart[1]);
  const { position: middle } = deep.reduce((near, node) => (farOf(node) < farOf(near) ? node : near));
  const viewOf = (zoom: number) => ({
    x: innerWidth / 2 - middle.x * zoom,
    y: innerHeight / 2 - middle.y * zoom,
    zoom,
  });
  state.whole = innerWidth / (most - least + card.width);
  const begun = performance.now();
  createRoot(document.querySelector('#root') ?? document.body).render(
    <ReactFlow
      defaultNodes={nodes}
      defaultEdges={edges}
      defaultViewport={viewOf(1)}
      minZoom={state.whole / 2}
      onlyRenderVisibleElements
      nodesDraggable={false}
      onInit={(flow) => {
        state.jump = (zoom) => void flow.setViewport(viewOf(zoom));
        const look = () => {
          if (document.querySelector('.react-flow__node') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => (state.shownMs = performance.now() - begun));
        };
        look();
      }}
    />,
  );
}
