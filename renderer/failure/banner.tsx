/** Something a person has to know about what they see. `tone` is how bad; icon and words say it too. */
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './failure.module.css';

type BannerProps = {
  readonly tone: 'bad' | 'warn' | 'note';
  readonly title: ReactNode;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
};

export function Banner({ tone, title, action, children }: BannerProps) {
  const Icon = tone === 'note' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.banner} data-tone={tone} role="alert">
      <Icon size={18} stroke={1.8} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children !== undefined && <div className={classes.detail}>{children}</div>}
      </div>
      {action !== undefined && <div className={classes.acts}>{action}</div>}
    </div>
  );
}
