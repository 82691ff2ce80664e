/** Whether a row of `people` has the one word that is known to mean that work can be assigned, in SQL. False or null where not. */
export const isAvailable = "upper(trim(availability)) = 'AVAILABLE'";
