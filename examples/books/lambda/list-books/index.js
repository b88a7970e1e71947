// Answers GET /books with a list of books.
exports.handler = async () => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify([{ id: 1, title: 'The Rust Programming Language' }]),
});
