/** Said where a moment of the past is shown, and who is found is not told by what people were then. */
export const byTodayWords = 'By what people are today: too many were otherwise then';
