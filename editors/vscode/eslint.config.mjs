export default [
  {
    files: ["extension.js"],
    languageOptions: { sourceType: "commonjs", globals: { require: "readonly", module: "writable" } },
    rules: { "no-undef": "error", "no-unused-vars": "error", "prefer-const": "error", eqeqeq: "error" },
  },
  { ignores: ["dist/", "node_modules/"] },
];
