/**
 * Has zod generate no code, which would need `unsafe-eval`: the page's CSP forbids it. An object's schema looks at this as it
 * is made, so every file of the contract that makes one imports this, or another that does, before its own schemas.
 */
import { z } from 'zod';

z.config({ jitless: true });
