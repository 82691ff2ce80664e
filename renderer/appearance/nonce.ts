/** The nonce that lets the kit's `<style>` elements past the page's policy. It comes with the page, new each time. */
import { setNonce } from 'get-nonce';

/** Hands the nonce to the scroll lock, which takes it on its own, and returns it for the kit. */
export function adoptNonce(): string {
  // The attribute reads as empty once the page is parsed; the property keeps it.
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  setNonce(nonce);
  return nonce;
}
