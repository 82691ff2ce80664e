/** What can be a token at all: the one rule for the page, before anybody is asked, and for the main process. */

/** Few servers take longer headers. Windows keeps 2,560 bytes of a secret: a longer one is held in memory there. */
export const tokenLimitBytes = 8192;

/** Visible ASCII only: what may stand in an Authorization header (RFC 6750 is narrower; real tokens are not). */
export const tokenForm = /^[\x21-\x7e]+$/;
