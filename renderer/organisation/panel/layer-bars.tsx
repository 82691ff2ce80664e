/** A bar for each layer, as long as it is beside the largest, parted by status; the numbers stand in words. */
import type { Layer } from '../../../contract/organisation-spans.ts';
import { VirtualRows } from '../../layout/virtual-rows.tsx';
import { count } from '../../words/locale.ts';
import classes from './panel.module.css';
import { layerCount, layerParts, layerWords } from './spans-words.ts';

type LayerBarsProps = { readonly layers: readonly Layer[]; readonly inAll: number };

export const layerHeight = 48;

export function LayerBars({ layers, inAll }: LayerBarsProps) {
  const most = Math.max(1, ...layers.map(lengthOf));
  return (
    <section className={classes.part}>
      <h3>Layers</h3>
      <VirtualRows
        label="Layers"
        count={layers.length}
        rowHeight={layerHeight}
        row={(nth) => <Bar nth={nth} layer={layers[nth]} most={most} />}
        nameAt={() => null}
      />
      {inAll > layers.length && (
        <p
          className={classes.soft}
        >{`${count(inAll - layers.length)} more layers are in the file that can be saved.`}</p>
      )}
    </section>
  );
}

function Bar({ nth, layer, most }: { readonly nth: number; readonly layer: Layer | undefined; readonly most: number }) {
  if (layer === undefined) return null;
  const { people } = layerCount(layer);
  const words = layerWords(layer);
  return (
    <div className={classes.layer}>
      <p>
        <span>{`Layer ${count(nth + 1)}`}</span> <strong>{count(people)}</strong>
      </p>
      <span className={classes.bar} aria-hidden="true">
        {layerParts(layer).map(({ kind, people: some }) => (
          <span key={kind} data-kind={kind} style={{ width: `${(100 * some) / most}%` }} />
        ))}
      </span>
      <p className={classes.layerWords} title={words}>
        {words}
      </p>
    </div>
  );
}

function lengthOf(layer: Layer): number {
  const { people, onlyListed } = layerCount(layer);
  return people + onlyListed;
}
