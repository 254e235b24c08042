/** Google Maps: the page around the frame in which a review is written; its own search field is no composer. */
const search = document.createElement('input');
search.id = 'searchboxinput';
const frame = document.createElement('iframe');
frame.name = 'goog-reviews-write-widget';
frame.className = 'goog-reviews-write-widget';
frame.src = `widget/${location.search}`;
document.querySelector('#composer').append(search, frame);
