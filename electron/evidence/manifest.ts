/** The manifest of an archive of evidence, read and written again. */
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { EvidenceFacts, type EvidenceFile, EvidenceReply, form, manifestOf, mostReplies } from './evidence-form.ts';

/** `ids`: the person of each file that is a reply; null: it is none. */
export type Manifest = { readonly facts: EvidenceFacts; readonly ids: readonly (string | null)[] };

const Told = EvidenceFacts.extend({
  form: z.literal(form),
  files: z.array(z.object({ reply: EvidenceReply.pick({ id: true }).optional() })).max(mostReplies + 5),
});

/** Null: it is none. */
export function readManifest(content: Buffer): Manifest | null {
  // What is no UTF-8 would be read as something else.
  if (!isUtf8(content)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.toString());
  } catch {
    return null;
  }
  const told = Told.safeParse(parsed);
  if (!told.success) return null;
  const { files, ...facts } = told.data;
  return { facts, ids: files.map(({ reply }) => reply?.id ?? null) };
}

/** From what it says that nothing else does, and the files as they are. */
export function writtenAgain({ facts, ids }: Manifest, files: readonly EvidenceFile[]): Buffer {
  const identified = files.map(
    (file, nth): EvidenceFile =>
      file.reply === null ? file : { ...file, reply: { ...file.reply, id: ids[nth] ?? '' } },
  );
  return Buffer.from([...manifestOf(facts, identified)].join(''));
}
