import { expect, it } from 'vitest';
import { createNews } from '../../../electron/storage/news.ts';

const silent = { defect: () => 'reference' };

it('tells everybody who subscribed, in that order, and nobody of other news', () => {
  const news = createNews(silent);
  const heard: string[] = [];
  news.on('begun', () => heard.push('first'));
  news.on('begun', () => heard.push('second'));
  news.on('completed', () => heard.push('another'));
  news.tell('begun', null);
  expect(heard).toEqual(['first', 'second']);
});

it('ends one subscription, also of a listener that was given twice', () => {
  const news = createNews(silent);
  let heard = 0;
  const listener = () => {
    heard += 1;
  };
  const end = news.on('begun', listener);
  news.on('begun', listener);
  end();
  news.tell('begun', null);
  expect(heard).toBe(1);
});

it('keeps nobody from being told where a listener throws, and logs it', () => {
  const defects: string[] = [];
  const news = createNews({ defect: (event) => defects.push(event).toString() });
  let heard = 0;
  news.on('completed', () => {
    throw new Error('broken');
  });
  news.on('completed', () => {
    heard += 1;
  });
  news.tell('completed', null);
  expect([heard, defects]).toEqual([1, ['news.completed']]);
});

it('lets a listener end itself, and others subscribe, while it is told', () => {
  const news = createNews(silent);
  const heard: string[] = [];
  const end = news.on('begun', () => {
    heard.push('once');
    end();
    news.on('begun', () => heard.push('later'));
  });
  news.tell('begun', null);
  news.tell('begun', null);
  expect(heard).toEqual(['once', 'later']);
});
