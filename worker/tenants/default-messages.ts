/** What the agent says for a company that has not written its own words (plan phase 7.2). */
export const DEFAULT_MESSAGES = {
  welcome_message:
    "Thank you for calling {{company_name}} reservations and after-hours helpline. Please have your confirmation number or the phone number associated with your reservation ready.",
  after_hours_message:
    "Our office is closed at the moment. Our hours are {{business_hours}}. I can look up your reservation or take a message for the dispatcher.",
};
