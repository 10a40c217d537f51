/**
 * A lint rule of one selector. Every ban is a rule of its own, because in a flat config a later block that sets the
 * options of `no-restricted-syntax` replaces the earlier ones without a word.
 *
 * @param {string} selector esquery selector of the forbidden node
 * @param {string} message what to do instead
 * @returns {import('eslint').Rule.RuleModule}
 */
export const ban = (selector, message) => ({
  meta: { type: 'problem', messages: { banned: message }, schema: [] },
  create: (context) => ({
    [selector]: (/** @type {import('estree').Node} */ node) => context.report({ node, messageId: 'banned' }),
  }),
});
