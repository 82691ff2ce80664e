/** Asks for one name in a dialog. An empty one is refused at the field. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { badInput, fieldFailure } from '../failure/field-failure.ts';
import { DialogForm, type DialogFormProps } from './dialog-form.tsx';

type NameFormProps = Pick<DialogFormProps, 'sendLabel' | 'other' | 'onClose'> & {
  readonly name: string;
  readonly description?: ReactNode;
  /** Gives the name; null: it was accepted. */
  readonly send: (name: string) => Promise<Failure | null>;
};

export function NameForm({ name: before, description, send, ...form }: NameFormProps) {
  const [name, setName] = useState(before);
  return (
    <DialogForm send={() => (name.trim() === '' ? badInput('name', 'empty') : send(name))} fields={['name']} {...form}>
      {(failure) => (
        <TextInput
          label="Name"
          value={name}
          maxLength={100}
          data-autofocus
          description={description}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldFailure(failure, 'name')}
        />
      )}
    </DialogForm>
  );
}
