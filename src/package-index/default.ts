/** The index that is asked where no other is named: the one that pip and uv ask. */
export const defaultIndexUrl = 'https://pypi.org/simple';
