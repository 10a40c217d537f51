/**
 * @typedef {import('estree').Node} Node
 * @typedef {import('typescript').Type} Type
 * @typedef {(node: Node) => Type} TypeOf
 */

/**
 * A lint rule for calls of TypeORM methods. It asks the type checker for the receiver, so a `remove` of a Map or a
 * `save` of our own is left alone, and a renamed variable does not get around it.
 *
 * @param {object} options
 * @param {string[]} options.methods
 * @param {(receiver: Node, typeOf: TypeOf) => boolean} [options.on] narrows the receivers further
 * @param {string} options.message what to do instead; `{{method}}` stands for the method called
 * @returns {import('eslint').Rule.RuleModule}
 */
export const banTypeormCalls = ({ methods, on = () => true, message }) => ({
  meta: { type: 'problem', messages: { banned: message }, schema: [] },
  create(context) {
    /** @type {TypeOf} */
    const typeOf = (node) => context.sourceCode.parserServices.getTypeAtLocation(node);
    return {
      CallExpression({ callee }) {
        if (callee.type !== 'MemberExpression') return;
        const method = nameOf(callee);
        if (!methods.includes(method) || !isTypeorm(typeOf(callee.object)) || !on(callee.object, typeOf)) return;
        context.report({ node: callee.property, messageId: 'banned', data: { method } });
      },
    };
  },
});

/**
 * Whether a type, or a base or member of it, is declared by TypeORM.
 *
 * @param {Type} type
 * @returns {boolean}
 */
function isTypeorm(type) {
  if (type.isUnion()) return type.types.some(isTypeorm);
  const declarations = type.getSymbol()?.declarations ?? [];
  if (declarations.some((declaration) => declaration.getSourceFile().fileName.includes('/node_modules/typeorm/'))) {
    return true;
  }
  return type.isClassOrInterface() && (type.getBaseTypes() ?? []).some(isTypeorm);
}

/** @param {import('estree').MemberExpression} callee */
function nameOf({ property }) {
  if (property.type === 'Identifier') return property.name;
  return property.type === 'Literal' ? String(property.value) : '';
}
