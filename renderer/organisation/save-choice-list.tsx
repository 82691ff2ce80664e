/** One of several, each with what it is good for. */
import classes from './save.module.css';

type ChoicesProps<V extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly {
    readonly value: V;
    readonly words: string;
    readonly note: string;
    readonly isOff?: boolean;
    readonly isLate?: boolean;
  }[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
  readonly isFirst?: boolean;
};

export function SaveChoiceList<V extends string>({
  legend,
  name,
  choices,
  chosen,
  onChoose,
  isFirst = false,
}: ChoicesProps<V>) {
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, words, note, isOff = false, isLate = false }) => (
        <label key={value} className={classes.choice} data-off={isOff || undefined}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            disabled={isOff}
            data-autofocus={(isFirst && chosen === value) || undefined}
            onChange={() => onChoose(value)}
          />
          <span className={classes.words}>
            <bdi>{words}</bdi>
            {note !== '' && (
              <span className={classes.note} data-late={isLate || undefined}>
                {note}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
