/** The article this site accompanies. */
export const original = {
  title: 'Comparing Techniques for Communicating Between Services',
  author: 'Steve Smith',
  published: '24 August 2021',
  url: 'https://ardalis.com/comparing-techniques-communicating-between-services/',
};
