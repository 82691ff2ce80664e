export declare const x: string & import('zod').$brand<'A'>;
