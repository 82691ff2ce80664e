export type OwnForm = {
  /**
   * An id that has the form of this directory's ids, UUIDs aside: as it is, or in the letter case that has it. Null: it
   * has not.
   */
  readonly fitting: (id: string) => string | null;
  /** Whether enough ids are known for whatever fits nothing to be no id of this directory. */
  readonly isSettled: boolean;
};
export declare const isUuid: (id: string) => boolean;
/** `ids`: some of all that are stored, from all over the directory. */
export declare function ownFormOf(ids: readonly string[]): OwnForm;
