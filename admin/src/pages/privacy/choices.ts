/** How an answer reached the person. */
export const ways = ['chat', 'mail', 'post', 'in_person', 'page'] as const
/** The four cases of Art. 18 (1) GDPR. */
export const grounds = ['accuracy_disputed', 'unlawful', 'legal_claims', 'objection_examined'] as const
