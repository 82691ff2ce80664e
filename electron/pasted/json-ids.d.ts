/** Null: the text is no JSON, or nothing in it stands where an id would. */
export declare function textsInJson(text: string): string[] | null;
