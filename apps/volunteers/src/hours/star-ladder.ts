/** Hours of service for one to five stars (志愿服务记录与证明, as Zhejiang counts). */
const hoursForStars = [100, 300, 600, 1_000, 1_500];

/** @param minutes of service in a whole life as a volunteer */
export const starsOf = (minutes: number): number => hoursForStars.filter((hours) => minutes >= hours * 60).length;
