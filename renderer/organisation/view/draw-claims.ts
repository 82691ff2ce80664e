/** Claims of managers that do not decide, in the chart and on the map: dashed, so that no line of a manager is taken for one. */
import type { Box } from '../../../contract/organisation-items.ts';
import type { Pen } from './scene.ts';

const dash = [4, 3];

/** Strokes the path that was begun. */
export function strokeDashed({ context }: Pick<Pen, 'context'>, colour: string, width = 1): void {
  context.setLineDash(dash);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
}

export type ClaimLine = { readonly person: Box; readonly manager: Box };

/** Where lines begin and end in a box: at its upper left, where the name is. */
const inset = 10;

/** From each manager to who is listed, where a dot is. Boxes are in pixels of the screen. */
export function drawClaimLines(pen: Pick<Pen, 'context' | 'palette'>, lines: readonly ClaimLine[]): void {
  if (lines.length === 0) return;
  const { context, palette } = pen;
  const at = ({ x, y, w, h }: Box) => ({ x: x + Math.min(inset, w / 2), y: y + Math.min(inset, h / 2) });
  context.beginPath();
  for (const { person, manager } of lines) {
    const [from, to] = [at(manager), at(person)];
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  strokeDashed(pen, palette.accent, 1.5);
  context.beginPath();
  for (const { person } of lines) {
    const to = at(person);
    context.moveTo(to.x + 3, to.y);
    context.arc(to.x, to.y, 3, 0, 2 * Math.PI);
  }
  context.fillStyle = palette.accent;
  context.fill();
}
