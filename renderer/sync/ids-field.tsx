/** A field for any text that holds ids, of any length. */
import { CloseButton, Textarea, type TextareaProps } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { count } from '../words/locale.ts';
import classes from './ids-field.module.css';
import { type IdsText, longestTyped, withGiven } from './ids-text.ts';

type IdsFieldProps = Pick<TextareaProps, 'name' | 'label' | 'placeholder' | 'description' | 'rows' | 'error'> & {
  readonly ids: IdsText;
  readonly onIds: (ids: IdsText) => void;
  readonly autoFocus?: boolean;
};

export function IdsField({ ids, onIds, autoFocus = false, ...rest }: IdsFieldProps) {
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= longestTyped) return;
    event.preventDefault();
    onIds(withGiven(ids, { text, name: null }));
  };
  const { attached } = ids;
  return (
    <div className={classes.field} data-takes-texts>
      <Textarea
        {...rest}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={autoFocus || undefined}
        value={ids.typed}
        onPaste={onPaste}
        onChange={(event) => onIds({ ...ids, typed: event.currentTarget.value })}
      />
      {attached !== null && (
        <div className={classes.attached}>
          <IconFileText size={16} stroke={1.7} aria-hidden="true" />
          <bdi className={classes.name} title={attached.name ?? undefined}>
            {attached.name ?? 'Pasted text'}
          </bdi>
          <span className={classes.size}>{count(Math.ceil(attached.text.length / 1000))} kB</span>
          <CloseButton size="sm" aria-label="Leave it out" onClick={() => onIds({ ...ids, attached: null })} />
        </div>
      )}
    </div>
  );
}
