import { defineMessage } from './message-definition.js';
import { waitListWords } from './words.js';

export const waitListed = defineMessage({
  nature: 'receipt',
  purpose: 'volunteer-service',
  words: waitListWords,
  texts: {
    'zh-CN': {
      title: '候补第{position}位：{eventTitle}',
      text: '感谢您报名参加{eventTitle}。这一班次目前已满，您是候补第{position}位。时间：{when}。地点：{placeName}。岗位：{role}。有空位时按顺序递补，并会通知您。您可随时退出候补。',
      shortText: '{eventTitle}（{when}，{role}）目前已满，您是候补第{position}位。递补后会通知您，谢谢您。',
    },
    en: {
      title: 'Number {position} on the wait list: {eventTitle}',
      text: 'Thank you for signing up for {eventTitle}. The shift is full for now, and you are number {position} on the wait list. Time: {when}. Place: {placeName}. Role: {role}. Seats that become free are given in order, and we will tell you. You may leave the wait list at any time.',
      shortText:
        '{eventTitle} ({when}, {role}) is full for now. You are number {position} on the wait list; we will tell you when a seat is yours. Thank you.',
    },
  },
});
