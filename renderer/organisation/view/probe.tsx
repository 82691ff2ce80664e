/** Elements that nobody sees, from which the canvas reads the page's colours and icons. */
import { IconArrowsSplit2, IconClock, IconCloudX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { statusIcons } from '../../status/status-badge.tsx';
import type { IconName } from './icon-paths.ts';
import { inks } from './palette.ts';
import classes from './view.module.css';

const icons: { readonly [I in IconName]: typeof IconClock } = {
  ...statusIcons,
  waiting: IconClock,
  failed: IconCloudX,
  several: IconArrowsSplit2,
};

export function Probe({ element }: { readonly element: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={element} hidden aria-hidden="true">
      {inks.map((ink) => (
        <span key={ink} data-ink={ink} className={classes.ink} />
      ))}
      {Object.entries(icons).map(([name, Icon]) => (
        <Icon key={name} data-icon={name} />
      ))}
    </div>
  );
}
